import type {components} from '../../../specs/dixa/generated/index.js';
import type {ContactPoint} from '../entities.js';

/** An e-mail address, as far as one can tell without sending a mail. */
const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A phone number in E.164 form. */
const phoneNumber = /^\+[1-9]\d{1,14}$/;

/** Whether a text can be the id of a contact endpoint at all: the address or the number is its id. */
export function canBeContactEndpoint(id: string): boolean {
  return emailAddress.test(id) || phoneNumber.test(id);
}

/** A contact point as Dixa shows it. Widgets are none of its contact endpoints. */
export function showContactEndpoint(point: ContactPoint): components['schemas']['ContactEndpoint'] | undefined {
  const {id, kind, name, senderOverride, functionality = []} = point;
  const named = {...(name !== undefined && {name})};
  switch (kind) {
    case 'email':
      return {_type: 'EmailEndpoint', address: id, ...(senderOverride !== undefined && {senderOverride}), ...named};
    case 'phone':
      return {_type: 'TelephonyEndpoint', number: id, functionality: [...functionality], ...named};
    case 'widget':
      return undefined;
  }
}

import type {components} from '../../../specs/dixa/generated/index.js';
import type {Scope} from '../handler.js';

export type Organization = Readonly<components['schemas']['OrganizationDetails']>;

/** The organization of the reference's examples; everything belongs to it unless a seed names another. */
export const exampleOrganization: Organization = {
  id: 'e9609fa9-efff-4fdc-a7ef-dd335f33c5f6',
  name: 'Example Organization',
  subdomain: 'example-org',
  status: 'Active',
};

/** The one organization of a sandbox. */
export async function organizationOf({state}: Pick<Scope, 'state'>): Promise<Organization> {
  return (await state.organizations.first('all', 'all')) ?? exampleOrganization;
}

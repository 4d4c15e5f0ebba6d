import type {components} from '../../../specs/dixa/generated/index.js';
import type {Activity, ActivityAttributes} from '../entities.js';
import type {Scope} from '../handler.js';

type Person = components['schemas']['ActivityLogUser'];

/**
 * What is left of an entry of the activity log: what happened and which agent did it, not what was said and by which
 * end user (DIXA-44).
 */
export async function anonymizedActivity(scope: Scope, activity: Activity): Promise<Activity> {
  const {author, attributes, ...rest} = activity;
  const left = attributes && (await anonymizedAttributes(scope, attributes));
  return {
    ...rest,
    ...(author && {author: await anonymizedPerson(scope, author)}),
    ...(left && Object.keys(left).length > 0 && {attributes: left}),
  };
}

/** Texts, addresses and pictures go; names of agents, queues and tags stay. */
async function anonymizedAttributes(scope: Scope, attributes: ActivityAttributes): Promise<ActivityAttributes> {
  const {
    message,
    subject,
    oldSubject,
    newSubject,
    reason,
    failureReason,
    fromEndpoint,
    channelReference,
    avatarUrl,
    updatedAttributeValues,
    agent,
    user,
    oldUser,
    newUser,
    ...rest
  } = attributes;
  // They fare as the conversation's own do (DIXA-42).
  const values = scope.behaviours.drop_custom_attributes ? undefined : updatedAttributeValues;
  return {
    ...rest,
    ...(values && {updatedAttributeValues: values}),
    ...(agent && {agent: await anonymizedPerson(scope, agent)}),
    ...(user && {user: await anonymizedPerson(scope, user)}),
    ...(oldUser && {oldUser: await anonymizedPerson(scope, oldUser)}),
    ...(newUser && {newUser: await anonymizedPerson(scope, newUser)}),
  };
}

/** Whoever is no agent is an end user, of whom only the id stays. */
async function anonymizedPerson({state}: Scope, person: Person): Promise<Person> {
  return (await state.agents.get(person.id)) ? person : {id: person.id};
}

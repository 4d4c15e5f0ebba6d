import {describe, expect, it} from 'vitest';
import {dixa} from '../../../mocks/dixa/index.js';
import {opencx} from '../../../mocks/opencx/index.js';
import type {Vendor} from '../../engine/index.js';
import {findingsOf, type Finding} from '../../openapi/index.js';
import {withoutOtherForms} from './alternatives.js';
import {documentedExchanges, jsonOf} from './test-support.js';

/** What is found of a documented answer once it is changed: by the validator, and of the form that is meant. */
function judged<Body>(
  vendor: Vendor,
  name: string,
  change: (body: Body) => void,
): {readonly all: readonly Finding[]; readonly meant: readonly string[]} {
  const [, exchange] = documentedExchanges(vendor).find(([one]) => one === name) ?? [];
  if (exchange === undefined) throw new Error(`There is no answer ${name}.`);
  const value = jsonOf<Body>(exchange);
  change(value);
  const [id = '', status = ''] = name.split(' ');
  const all = findingsOf(vendor.validators[id]?.responses[Number(status)], value, 'response');
  const meant = withoutOtherForms(all, {document: vendor.document, value});
  return {all, meant: meant.map(({path, keyword}) => `${path} ${keyword}`)};
}

interface History {
  readonly items: {event: Record<string, unknown>}[];
}

const history = (change: (event: Record<string, unknown>) => void) =>
  judged<History>(opencx, 'getChatSessionHistory 200 conversation', ({items: [item]}) => item && change(item.event));

describe('of a value that has none of its forms', () => {
  it('only what keeps it from the nearest one is told', () => {
    const {all, meant} = history((event) => (event.stray = 1));
    expect(all.length).toBeGreaterThan(5);
    expect(meant).toEqual(['/items/0/event additionalProperties']);
  });

  it('what is wrong deep inside the nearest one is told there', () => {
    const {meant} = history((event) => ((event.sender as Record<string, unknown>).type = 7));
    expect(meant.every((one) => one.startsWith('/items/0/event/sender'))).toBe(true);
    expect(meant.length).toBeGreaterThan(0);
  });

  it('it is told that it has none where none is nearer than another', () => {
    const {all, meant} = history((event) => {
      for (const name of Object.keys(event)) delete event[name];
    });
    expect(all.length).toBeGreaterThan(5);
    expect(meant).toEqual(['/items/0/event oneOf']);
  });

  it('and is of the type of one alone, that one counts', () => {
    interface Attributed {
      readonly data: {customAttributes: {value: unknown}[]};
    }
    const name = 'getConversationsConversationid 200';
    const [full = ''] = documentedExchanges(dixa).find(([one, exchange]) => {
      return one.startsWith(name) && jsonOf<Attributed>(exchange).data.customAttributes?.length > 0;
    }) ?? [''];
    const {meant} = judged<Attributed>(
      dixa,
      full,
      ({
        data: {
          customAttributes: [first],
        },
      }) => {
        if (first) first.value = ['Paper', 7];
      },
    );
    expect(meant).toEqual(['/data/customAttributes/0/value/1 type']);
  });
});

it('of a value of one form everything is told, each once', () => {
  interface Conversation {
    readonly data: Record<string, unknown>;
  }
  const [name = ''] =
    documentedExchanges(dixa).find(([one]) => one.startsWith('getConversationsConversationid 200')) ?? [];
  const {all, meant} = judged<Conversation>(dixa, name, ({data}) => Object.assign(data, {id: 'x', channel: 7}));
  expect(meant).toHaveLength(new Set(all.map((one) => JSON.stringify(one))).size);
});

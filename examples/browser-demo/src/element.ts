type Child = Node | string | undefined;

/** Makes an element. Texts become text nodes, so nothing that a vendor sends is read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element of an id. @throws Error when the page has none. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}.`);
  return found;
}

/** An instant as the page shows it. */
export function instant(at: string | Date): HTMLTimeElement {
  const date = new Date(at);
  const text = date.toLocaleString('en', {dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC'});
  return element('time', {dateTime: date.toISOString()}, `${text} UTC`);
}

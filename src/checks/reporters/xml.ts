import {oneLine, wellFormed} from './plain.js';

/** An element's name, attributes and content; attributes without a value are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Elements, or text. */
  readonly content?: string | readonly XmlElement[];
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

/** What XML 1.0 has no place for, not even as a character reference. Source: https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** An XML 1.0 document of one element, indented, in UTF-8. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}\n`;
}

function elementText({name, attributes, content}: XmlElement, indent: string): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(oneLine(String(value)))}"`);
  const open = `${indent}<${name}${told.join('')}`;
  if (content === undefined || content.length === 0) return `${open}/>`;
  if (typeof content === 'string') return `${open}>${escapeXml(content)}</${name}>`;
  return `${open}>\n${content.map((child) => elementText(child, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}

/** `>` as well, so that no `]]>` is left. Forbidden characters become visible escapes. */
function escapeXml(text: string): string {
  return wellFormed(text)
    .replace(forbidden, (character) => oneLine(character))
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

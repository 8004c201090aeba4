// How does a formula of Word stand on one line? In its own order, with the signs that say what was above or below.
import { raisedFigures } from '../letters/symbols.ts';
import { child, val, type XmlElement } from './xml-tree.ts';

/** One figure, letter or number needs no brackets. */
const bracketed = (text: string) => (/^(?:[\p{L}\p{N}]*|\(.*\))$/u.test(text) ? text : `(${text})`);

const raised = (text: string, how: 'superscript' | 'subscript') => {
  const figures = raisedFigures(text, how);
  if (figures !== text || text === '') return figures;
  return `${how === 'superscript' ? '^' : '_'}${bracketed(text)}`;
};

/** The sign that properties name, such as the sum's: one character, or none; `usual` where they do not say. */
const sign = (element: XmlElement, name: string, usual: string) => {
  const point = (val(child(element, `${element.name}Pr`), name) ?? usual).codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point);
};

/** `(a+b)/2`, `x²`, `√(x)`, `∑_(i=1)^n(i)` */
export const lineOfFormula = (element: XmlElement): string => {
  const part = (name: string) => {
    const found = child(element, name);
    return found ? lineOfFormula(found) : '';
  };
  const all = (name: string) =>
    element.children.filter((inner) => inner.name === name).map(lineOfFormula);
  switch (element.name) {
    case 't':
      return element.text;
    case 'f':
      return `${bracketed(part('num'))}/${bracketed(part('den'))}`;
    case 'sSup':
      return `${part('e')}${raised(part('sup'), 'superscript')}`;
    case 'sSub':
      return `${part('e')}${raised(part('sub'), 'subscript')}`;
    case 'sSubSup':
      return `${part('e')}${raised(part('sub'), 'subscript')}${raised(part('sup'), 'superscript')}`;
    case 'rad':
      return `${raised(part('deg'), 'superscript')}√${bracketed(part('e'))}`;
    case 'nary':
      return `${sign(element, 'chr', '∫')}${raised(part('sub'), 'subscript')}${raised(part('sup'), 'superscript')}${bracketed(part('e'))}`;
    case 'd':
      return `${sign(element, 'begChr', '(')}${all('e').join(sign(element, 'sepChr', '|'))}${sign(element, 'endChr', ')')}`;
    case 'm':
      return all('mr').join('; ');
    case 'mr':
      return all('e').join(' ');
    default:
      return element.children.map(lineOfFormula).join('');
  }
};

// How does a screen reader find a signature? A Form element in the structure tree that points at the field's widget.
import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
} from '@libpdf/core';
import { textString } from './pdf-text.ts';

type TaggedField = {
  widget: PdfDict;
  ref: PdfRef;
  /** Counted from 0. */
  page: number;
  label: string;
};

/**
 * Gives a widget its structure element (ISO 32000-1, 14.7.4.3 and 14.8.4.5), read after all else on its page and before
 * the next page's. A file that has no structure tree, or an unusual one, stays as it is.
 */
export const tagField = (document: PDF, { widget, ref, page, label }: TaggedField): void => {
  const resolve = document.getObject.bind(document);
  const tree = document.getCatalog().getDict('StructTreeRoot', resolve);
  const parents = tree?.getDict('ParentTree', resolve);
  const key = tree?.getNumber('ParentTreeNextKey', resolve)?.value;
  const root = tree && rootElement(document, tree);
  const pages = document.getPages().map((each) => each.ref);
  const pageRef = pages[page];
  if (!(parents && root && pageRef) || key === undefined) return;
  const element = document.context.register(
    PdfDict.of({
      Type: PdfName.of('StructElem'),
      S: PdfName.of('Form'),
      P: root.ref,
      Pg: pageRef,
      Alt: textString(label),
      K: PdfDict.of({ Type: PdfName.of('OBJR'), Obj: ref, Pg: pageRef }),
    }),
  );
  widget.set('StructParent', PdfNumber.of(key));
  tree.set('ParentTreeNextKey', PdfNumber.of(key + 1));
  addParent(document, parents, key, element);
  let place = root.parts.length;
  while (place > 0 && pageOf(document, root.parts.at(place - 1), pages) > page) place--;
  root.parts.insert(place, element);
};

/** The one element that holds the whole text, and its parts. */
const rootElement = (
  document: PDF,
  tree: PdfDict,
): { ref: PdfRef; parts: PdfArray } | undefined => {
  const resolve = document.getObject.bind(document);
  const children = tree.getArray('K', resolve);
  const ref = children === undefined ? tree.get('K') : children.at(0);
  if (!(ref instanceof PdfRef)) return undefined;
  const element = resolve(ref);
  const parts = element instanceof PdfDict ? element.getArray('K', resolve) : undefined;
  return parts && { ref, parts };
};

/** A number tree (ISO 32000-1, 7.9.7) ends with the highest key; a new one is one pair more, or one leaf more. */
const addParent = (document: PDF, parents: PdfDict, key: number, element: PdfRef): void => {
  const resolve = document.getObject.bind(document);
  const pair = [PdfNumber.of(key), element];
  const pairs = parents.getArray('Nums', resolve);
  if (pairs !== undefined) {
    pairs.push(...pair);
    return;
  }
  const Limits = PdfArray.of(PdfNumber.of(key), PdfNumber.of(key));
  const leaf = document.context.register(PdfDict.of({ Limits, Nums: PdfArray.of(...pair) }));
  parents.getArray('Kids', resolve)?.push(leaf);
};

/** The page on which a part of the structure begins, counted from 0; -1 when it stands on none. */
const pageOf = (document: PDF, part: PdfObject | undefined, pages: PdfRef[]): number => {
  const resolve = document.getObject.bind(document);
  const element = part instanceof PdfRef ? resolve(part) : part;
  if (!(element instanceof PdfDict)) return -1;
  const own = element.getRef('Pg');
  if (own !== undefined) return pages.indexOf(own);
  const children = element.get('K', resolve);
  const parts = children instanceof PdfArray ? children : [children];
  for (const child of parts) {
    const page = pageOf(document, child, pages);
    if (page !== -1) return page;
  }
  return -1;
};

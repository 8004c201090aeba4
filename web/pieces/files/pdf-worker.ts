// Where are PDFs taken apart? Beside the page, so that typing is not held up.
import 'pdfjs-dist/build/pdf.worker.min.mjs';

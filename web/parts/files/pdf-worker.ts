// Where are PDFs parsed? In a worker beside the page, so that typing is not held up.
import 'pdfjs-dist/build/pdf.worker.min.mjs';

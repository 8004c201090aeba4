// Which commands are there, and with which words?
export const USAGE = `Usage:
  cli render REPORT.json [--pdf OUT.pdf] [--docx OUT.docx]
  cli check REPORT.json [--json]
  cli import FILE.docx --out REPORT.json
  cli schema
  cli verify FILE.pdf --trust CA.pem [--json]
  cli bootstrap OFFICE.json --at DEPLOYMENT.json [--stage NAME] [--trust CA.pem]...`;

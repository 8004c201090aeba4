// Which commands are there, and with which words?
export const USAGE = `Usage:
  cli render REPORT.json [--pdf OUT.pdf] [--docx OUT.docx]
  cli check REPORT.json [--json]
  cli import FILE.docx --out REPORT.json
  cli schema
  cli verify FILE.pdf --trust CA.pem [--json]
  cli bootstrap OFFICE.json --at DEPLOYMENT.json [--stage NAME] [--trust CA.pem]...
  cli trust list --at DEPLOYMENT.json [--stage NAME]
  cli trust add --at DEPLOYMENT.json [--stage NAME] --because "WHY" CA.pem...
  cli trust remove --at DEPLOYMENT.json [--stage NAME] --because "WHY" [--since DAY] [--yes] CA.pem|SHA256...`;

"""What does pyHanko say of the signatures in these files? signatures.py AUTHORITY.pem FILE.pdf …, one JSON line a signature."""

import json
import logging
import sys
from pathlib import Path

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

# What it says on the way is in its judgement too.
logging.disable(logging.CRITICAL)

authority, *files = sys.argv[1:]
# The trial authority publishes no revocation data, and nothing is asked of the network.
context = ValidationContext(
    trust_roots=[load_cert_from_pemder(authority)],
    allow_fetching=False,
    revocation_mode="soft-fail",
)
for file in files:
    with open(file, "rb") as stream:
        for signature in PdfFileReader(stream).embedded_signatures:
            status = validate_pdf_signature(signature, context, ts_validation_context=context)
            timestamp = status.timestamp_validity
            print(
                json.dumps(
                    {
                        "file": Path(file).name,
                        "field": signature.field_name,
                        "sound": status.bottom_line,
                        "coverage": status.coverage.name,
                        "changes": status.modification_level.name,
                        "docMdp": status.docmdp_ok,
                        "timestamp": timestamp and timestamp.valid and timestamp.trusted,
                    }
                )
            )

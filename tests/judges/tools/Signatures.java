// What does EU DSS say of the signatures in these files? java Signatures.java AUTHORITY.pem FILE.pdf …, one JSON line a
// signature on standard output.

import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

class Signatures {
  // The trial authority publishes no revocation data, and no file of ours claims to hold any.
  private static final String REVOCATION =
      "<((?:RevocationDataAvailable|AcceptableRevocationDataFound|RevocationInfoAccessPresent)) Level=\"\\w+\"";

  public static void main(String[] words) throws Exception {
    var trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(new File(words[0])));
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    var policy = policy();
    for (int place = 1; place < words.length; place++) {
      var file = new File(words[place]);
      var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
      validator.setCertificateVerifier(verifier);
      // The stream is read to its end each time.
      var report = validator.validateDocument(new InMemoryDocument(policy).openStream()).getSimpleReport();
      for (var signature : report.getSignatureIdList()) say(file.getName(), report, signature);
    }
  }

  private static byte[] policy() throws Exception {
    try (var stream = DSSUtils.class.getResourceAsStream("/policy/constraint.xml")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll(REVOCATION, "<$1 Level=\"IGNORE\"").getBytes(StandardCharsets.UTF_8);
    }
  }

  private static void say(String file, SimpleReport report, String signature) {
    var messages =
        List.of(
                report.getAdESValidationErrors(signature),
                report.getAdESValidationWarnings(signature),
                report.getQualificationErrors(signature))
            .stream()
            .limit(2)
            .flatMap(List::stream)
            .map(message -> quoted(message.getValue()))
            .distinct()
            .collect(Collectors.joining(","));
    System.out.printf(
        "{\"file\":%s,\"indication\":\"%s\",\"format\":\"%s\",\"by\":%s,\"messages\":[%s]}%n",
        quoted(file),
        report.getIndication(signature),
        report.getSignatureFormat(signature),
        quoted(report.getSignedBy(signature)),
        messages);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

// How does CloudFront send the security headers? By its own setting where it has one for a header, else as a custom header.
import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { contentSecurityPolicy, type Hosts, SECURITY_HEADERS } from './security-headers.ts';

/** Two years, as browsers' preload lists ask for. */
const HTTPS_ONLY = Duration.days(730);

/** The headers of security-headers.ts as a policy of CloudFront, and HTTPS only from the first visit on. */
export const responseHeaders = (
  scope: Construct,
  id: string,
  hosts: Hosts,
): ResponseHeadersPolicy => {
  const {
    'referrer-policy': _referrer,
    'x-content-type-options': _sniffing,
    'x-frame-options': _framing,
    ...custom
  } = SECURITY_HEADERS;
  const override = true;
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(hosts), override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: {
        accessControlMaxAge: HTTPS_ONLY,
        includeSubdomains: true,
        override,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(custom).map(([header, value]) => ({ header, value, override })),
    },
  });
};

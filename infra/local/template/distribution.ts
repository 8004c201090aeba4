// What does CloudFront make of a request before it passes it on? As the synthesized distribution says: headers that it adds, and
// cookies that it keeps to itself.
import { LocalStackError } from '../this-machine/local-stack-error.ts';
import { asJson, asList, type Json } from './json.ts';
import type { Resource, SynthesizedTemplates } from './templates.ts';

/** Paths, and whether the cookies of a request come with it; the first that fits counts. */
export type CookieRule = { pattern: string; passed: boolean };

/** Of AWS's own policies the one that the app uses: all but the host's name is passed on (Managed-AllViewerExceptHostHeader). */
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const distributionsIn = (templates: SynthesizedTemplates): { config: Json; from: Resource }[] =>
  templates
    .ofType('AWS::CloudFront::Distribution')
    .map((from) => ({ config: asJson(from.properties.DistributionConfig), from }));

/** Of the origins of all distributions: to a bucket, CloudFront adds none here. */
export const addedHeadersIn = (templates: SynthesizedTemplates): Record<string, string> =>
  Object.fromEntries(
    distributionsIn(templates).flatMap(({ config, from }) =>
      asList(config.Origins)
        .flatMap((origin) => asList(templates.resolve(origin.OriginCustomHeaders, from)))
        .map(({ HeaderName, HeaderValue }) => [String(HeaderName), String(HeaderValue)]),
    ),
  );

/** Without a policy CloudFront passes no cookie on. */
export const cookieRulesIn = (templates: SynthesizedTemplates): CookieRule[] => {
  const behaviors = new Map(
    templates.ofType('AWS::CloudFront::OriginRequestPolicy').map((policy) => {
      const { CookiesConfig } = asJson(policy.properties.OriginRequestPolicyConfig);
      return [templates.name(policy), String(asJson(CookiesConfig).CookieBehavior)];
    }),
  );
  behaviors.set(ALL_VIEWER_EXCEPT_HOST_HEADER, 'all');
  return distributionsIn(templates).flatMap(({ config, from }) =>
    asList(config.CacheBehaviors).map(({ PathPattern, OriginRequestPolicyId: id }) => {
      const policy = id === undefined ? '' : String(templates.resolve(id, from));
      const behavior = policy === '' ? 'none' : behaviors.get(policy);
      if (behavior !== 'all' && behavior !== 'none')
        throw new LocalStackError(`Which cookies pass to ${PathPattern} is not known here.`);
      return { pattern: String(PathPattern), passed: behavior === 'all' };
    }),
  );
};

/** A star stands for any letters, also none; here it stands at the end. */
const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

export const passesCookies = (rules: readonly CookieRule[], path: string): boolean =>
  rules.find(({ pattern }) => fits(pattern, path))?.passed ?? false;

// Who is at the other end? Cognito signs people in; what they may do is said by the directory, never by their token.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { SIGNED_IN_SECONDS } from '../../functions/contracts/agreed-names.ts';
import type { Stage } from '../stages.ts';
import { invitation, passwordReset } from './sign-in-mails.ts';

/**
 * For how long a refresh token is good after it was exchanged for another, Cognito's most: for whoever did not hear the answer,
 * and for a second tab that asks at the same moment.
 */
const GRACE = Duration.seconds(60);
/** The page renews it in passing. Rights are read from the directory at each request, so its age gives nobody anything. */
const TOKEN_VALID_FOR = Duration.hours(1);
/** Long enough not to be guessed; people of an office type it once a day. */
const PASSWORD_LENGTH = 12;

/** Somebody on leave for a week finds it when they are back; Cognito's own default, said here because the letter says it. */
const INVITED_FOR = Duration.days(7);

/** Prefixes are shared by all the world in a region: the account's number makes this one ours. */
const domainPrefix = (scope: Construct, { prefix }: Stage): string =>
  `${prefix}-${Stack.of(scope).account}`;

export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;

  /** `webUrl` is where people find the app: what they hear by mail says so. */
  constructor(scope: Construct, id: string, { stage, webUrl }: { stage: Stage; webUrl: string }) {
    super(scope, id);
    this.pool = new UserPool(this, 'people', {
      // The administrator enters people; nobody can sign up.
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // The least that has the newer page of the sign-in.
      featurePlan: FeaturePlan.ESSENTIALS,
      // A stolen password must not be enough to sign a document; nor one administrator, who could reset it.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: PASSWORD_LENGTH, tempPasswordValidity: INVITED_FOR },
      userInvitation: invitation(webUrl, INVITED_FOR.toDays()),
      userVerification: { ...passwordReset(webUrl), emailStyle: VerificationEmailStyle.CODE },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.domain = this.pool.addDomain('sign-in-page', {
      cognitoDomain: { domainPrefix: domainPrefix(this, stage) },
      // The classic page does not hear `prompt=login`: whoever signs would not be asked who they are.
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
  }

  /**
   * What the provider would say of itself (OpenID Connect Discovery 1.0, 3), as far as pages need it, and programs that get a
   * token for themselves: said beforehand, it costs the first page no further address and no further answer.
   */
  metadata() {
    const page = this.domain.baseUrl();
    return {
      issuer: this.pool.userPoolProviderUrl,
      authorization_endpoint: `${page}/oauth2/authorize`,
      token_endpoint: `${page}/oauth2/token`,
      end_session_endpoint: `${page}/logout`,
    };
  }

  /** The page of the app that lives at this address: a public client, authorization code with PKCE, no secret. */
  clientAt(webUrl: string): UserPoolClient {
    const client = this.pool.addClient('web', {
      generateSecret: false,
      // None but those of the page of the sign-in: unless told, Cognito opens its own API to passwords as well, whose tokens
      // may change their owner's attributes. Nor does it take an empty list here for none: so it is the one flow that asks for
      // credentials of the AWS account. Tokens that are exchanged leave no other.
      authFlows: { adminUserPassword: true },
      // The directory knows people by the address that an administrator gave. Cognito takes no empty list for none, so it is
      // one that nothing here reads.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${webUrl}/signed-in`],
        // The second leads on to another sign-in, for whoever the page takes for known without having asked.
        logoutUrls: [`${webUrl}/`, `${webUrl}/signed-out`],
      },
      accessTokenValidity: TOKEN_VALID_FOR,
      idTokenValidity: TOKEN_VALID_FOR,
      refreshTokenValidity: Duration.seconds(SIGNED_IN_SECONDS),
      refreshTokenRotationGracePeriod: GRACE,
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // The newer page is shown to no client that has no style; this is Cognito's own.
    new CfnManagedLoginBranding(this, 'style', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return client;
  }
}

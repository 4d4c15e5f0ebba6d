/** A redacted transcript on a command line: a token first, as Symbl wants it, and the redaction page's call with it. */
export function sample(baseUrl: string, env: Readonly<Record<string, string>>): string {
  const credentials = JSON.stringify({
    type: 'application',
    appId: env.SYMBL_APP_ID,
    appSecret: env.SYMBL_APP_SECRET,
  });
  const token =
    `curl -s '${baseUrl}/oauth2/token:generate' -H 'Content-Type: application/json' -d '${credentials}'` +
    ` | sed 's/.*"accessToken":"\\([^"]*\\).*/\\1/'`;
  return `curl -i '${baseUrl}/v1/conversations/5083268647485440/messages?redact=true' -H "Authorization: Bearer $(${token})"`;
}

interface ReadySignIn {
  readonly name: string;
  readonly token: string;
}

/** Asks the running exchange as one of its ready sign-ins, beside the page. */
export async function askExchange<Data>(address: string, signIn: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(address, signIn)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(`The exchange did not answer: ${JSON.stringify(errors)}`);
  return data;
}

async function tokenOf(address: string, signIn: string): Promise<string> {
  const page = await (await fetch(address)).text();
  const block = /id="ready-sign-ins">([^<]*)</.exec(page)?.[1] ?? '[]';
  const found = (JSON.parse(block) as ReadySignIn[]).find(({ name }) => name === signIn);
  if (found === undefined) throw new Error(`There is no ready sign-in "${signIn}".`);
  return found.token;
}

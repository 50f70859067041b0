import { useRef, useState } from 'preact/hooks';
import type { FaultCode } from '../api/client.js';
import type { Outcome } from '../api/recording-documents.js';
import type { TadaDocumentNode } from '../api/graphql.js';
import { asFailure } from '../api/use-answer.js';
import type { Fault } from '../fields/form-faults.js';
import { useWords } from '../language/language.js';
import { useSession } from '../session/session.js';
import type { Missing } from './missing.js';

type Accepted = Extract<Outcome, { readonly repeated: boolean }>;

export type Recording =
  | { readonly state: 'open' }
  | { readonly state: 'sending' }
  | { readonly state: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly state: 'conflict' | 'refused'; readonly message: string }
  /** Nobody knows whether it was recorded: sending the same again is safe. */
  | { readonly state: 'unknown'; readonly code: FaultCode; readonly message: string }
  | { readonly state: 'recorded'; readonly accepted: Accepted };

interface Order<Data, Input> {
  readonly document: TadaDocumentNode<Data, { input: Input }>;
  readonly pick: (data: Data) => Outcome;
}

/** Sends a form, once at a time, and says what became of it. */
export function useRecording<Data, Input>({ document, pick }: Order<Data, Input>): {
  readonly recording: Recording;
  readonly send: (missing: readonly Missing[], input: () => Input) => void;
  readonly reopen: () => void;
} {
  const { t, language } = useWords();
  const { client, refuse } = useSession();
  const [recording, setRecording] = useState<Recording>({ state: 'open' });
  const sending = useRef(false);

  const send = (missing: readonly Missing[], input: () => Input): void => {
    if (sending.current) return;
    if (missing.length > 0) {
      setRecording({ state: 'faulty', faults: missing.map(({ path, message }) => ({ path, message: t(message), language })) });
      return;
    }
    sending.current = true;
    setRecording({ state: 'sending' });
    client.change(document, { input: input() })
      .then(({ data }) => setRecording(toRecording(pick(data))), (error: unknown) => {
        const { code, message } = asFailure(error);
        if (code === 'UNAUTHENTICATED') refuse();
        setRecording({ state: 'unknown', code, message });
      })
      .finally(() => (sending.current = false));
  };
  return { recording, send, reopen: () => setRecording({ state: 'open' }) };
}

function toRecording(outcome: Outcome): Recording {
  switch (outcome.__typename) {
    case 'ArrestAccepted':
    case 'RescueAccepted':
    case 'AssetAccepted':
      return { state: 'recorded', accepted: outcome };
    case 'InvalidInput':
      return { state: 'faulty', faults: outcome.issues.map(({ path, message }) => ({ path, message, language: 'en' })) };
    case 'Conflict':
      return { state: 'conflict', message: outcome.message };
    case 'Forbidden':
    case 'NotFound':
      return { state: 'refused', message: outcome.message };
  }
}

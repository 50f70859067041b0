import type { AssetIdentifiersInput, MoneyInput, RecordAssetInput } from '../api/recording-documents.js';
import { linesIn } from '../fields/lines-in.js';
import { actionInput, missingInAction, nextAction, NO_ACTION, stated, type ActionDraft } from './action-draft.js';
import { unlessDecimal, unlessStated, type Missing } from './missing.js';
import { missingInPart, PART_AS_RECORD, partInput, type PartDraft } from './part-draft.js';

export interface IdentifiersDraft extends PartDraft {
  readonly holder: string;
  readonly account: string;
  readonly walletAddress: string;
  readonly serials: string;
}

export interface AssetDraft extends ActionDraft {
  readonly kind: string;
  readonly quantity: string;
  readonly custodyState: string;
  readonly amount: string;
  /** `currency:JPY` or `network:BITCOIN`: one choice, so that nobody can name both. */
  readonly unit: string;
  readonly known: boolean;
  readonly identifiers: IdentifiersDraft;
}

export const NO_ASSET: AssetDraft = {
  ...NO_ACTION,
  kind: '', quantity: '1', custodyState: '', amount: '', unit: '', known: false,
  identifiers: { ...PART_AS_RECORD, holder: '', account: '', walletAddress: '', serials: '' },
};

export function assetInput(draft: AssetDraft): RecordAssetInput {
  const { kind, quantity, custodyState, amount, unit } = draft;
  return {
    ...actionInput(draft),
    kind,
    quantity: quantity.trim(),
    custodyState,
    ...(amount.trim() !== '' && { value: moneyInput(amount.trim(), unit) }),
    ...(draft.known && { identifiers: identifiersInput(draft.identifiers) }),
  };
}

export function missingInAsset(draft: AssetDraft): Missing[] {
  const valued = draft.amount.trim() !== '' || draft.unit !== '';
  return [
    ...missingInAction(draft),
    ...unlessStated(draft.kind, 'kind', 'missing.kind'),
    ...unlessDecimal(draft.quantity.trim(), 'quantity'),
    ...unlessStated(draft.custodyState, 'custodyState', 'missing.custodyState'),
    ...(valued ? unlessDecimal(draft.amount.trim(), 'value.amount') : []),
    ...(valued ? unlessStated(draft.unit, 'value.currency', 'missing.currency') : []),
    ...(draft.known ? missingInPart(draft.identifiers, 'identifiers') : []),
  ];
}

export function nextAsset(draft: AssetDraft): AssetDraft {
  return { ...NO_ASSET, ...nextAction(draft), kind: draft.kind, custodyState: draft.custodyState };
}

function moneyInput(amount: string, unit: string): MoneyInput {
  const [kind, code] = unit.split(':');
  return kind === 'network' ? { amount, network: code ?? '' } : { amount, currency: code ?? '' };
}

function identifiersInput(draft: IdentifiersDraft): AssetIdentifiersInput {
  const { holder, account, walletAddress, serials } = draft;
  return { ...stated({ holder, account, walletAddress }), serials: linesIn(serials), ...partInput(draft) };
}

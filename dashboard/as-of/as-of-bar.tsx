import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Operation } from '../api/documents.js';
import { useAddress } from '../address/use-address.js';
import { exactInstant } from '../format/dates.js';
import { useWords } from '../language/language.js';
import { dayOf, endOfDay, firstDay, lastDay, readInstant } from './instants.js';

/** Moves everything that is counted to an earlier instant, and says plainly that it did. */
export function AsOfBar({ operation }: { operation: Operation }): JSX.Element {
  const { t } = useWords();
  const { address, go } = useAddress();
  const now = useMemo(() => new Date(), []);
  const first = firstDay(operation.period, now);
  const last = lastDay(now);
  const { asOf } = address;
  const chosen = asOf === null ? last : Math.min(Math.max(dayOf(asOf), first), last);
  const [moving, setMoving] = useState<number | null>(null);
  const settle = (day: number): void => {
    setMoving(null);
    go({ asOf: day >= last ? null : endOfDay(day) });
  };
  const day = moving ?? chosen;
  return (
    <section class={asOf === null ? 'as-of' : 'as-of as-of-past'} aria-label={t('asOf.title')}>
      <div class="as-of-controls">
        <label class="as-of-slider">
          <span class="field-name">{t('asOf.slider')}</span>
          <input
            type="range" min={first} max={last} step={1} value={day}
            aria-valuetext={day >= last ? t('asOf.now') : exactInstant(endOfDay(day))}
            onInput={(event) => setMoving(Number(event.currentTarget.value))}
            onChange={(event) => settle(Number(event.currentTarget.value))}
          />
          <output>{moving === null ? (asOf === null ? t('asOf.now') : exactInstant(asOf)) : day >= last ? t('asOf.now') : exactInstant(endOfDay(day))}</output>
        </label>
        <InstantField asOf={asOf} now={now} onChange={(instant) => go({ asOf: instant })} />
      </div>
      {asOf !== null && (
        <p class="as-of-said" role="status">
          <strong>{t('asOf.said', { instant: exactInstant(asOf) })}</strong> {t('asOf.rights')}{' '}
          <button type="button" class="plain" onClick={() => go({ asOf: null })}>{t('asOf.back')}</button>
        </p>
      )}
    </section>
  );
}

interface InstantFieldProps {
  readonly asOf: string | null;
  readonly now: Date;
  readonly onChange: (instant: string | null) => void;
}

function InstantField({ asOf, now, onChange }: InstantFieldProps): JSX.Element {
  const { t } = useWords();
  const written = asOf === null ? '' : exactInstant(asOf);
  const [typed, setTyped] = useState(written);
  const [faulty, setFaulty] = useState(false);
  useEffect(() => {
    setTyped(written);
    setFaulty(false);
  }, [written]);
  return (
    <form
      class="field as-of-instant"
      onSubmit={(event) => {
        event.preventDefault();
        const read = typed.trim() === '' ? null : readInstant(typed, now);
        setFaulty(read === undefined);
        if (read !== undefined) onChange(read);
      }}
    >
      <label class="field-name" for="as-of-instant">{t('asOf.instant')}</label>
      <span class="as-of-instant-row">
        <input
          id="as-of-instant" type="text" autocomplete="off" spellcheck={false} placeholder="2026-04-01 12:30 UTC" value={typed}
          aria-invalid={faulty} aria-describedby={faulty ? 'as-of-fault' : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{t('asOf.show')}</button>
      </span>
      {faulty && <span class="field-fault" id="as-of-fault" role="alert">{t('asOf.fault')}</span>}
    </form>
  );
}

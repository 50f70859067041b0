import { validateIBAN, ValidationErrorsIBAN } from 'ibantools';

const LIKE_AN_IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;

/**
 * Why an account number that looks like an IBAN cannot be one, in words that name the fix; null for everything else.
 * Most countries have numbers of their own, so nothing is said of what has another form or a country without IBANs.
 */
export function accountNumberFault(account: string): string | null {
  const iban = account.replaceAll(/\s/g, '').toUpperCase();
  if (!LIKE_AN_IBAN.test(iban)) return null;
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid || errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return null;
  return 'This looks like an IBAN, and its length or check digits are wrong: copy it anew. If it is no IBAN, write the name of the bank before it.';
}

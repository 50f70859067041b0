const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that exists, written as YYYY-MM-DD. */
export function isCalendarDay(day: string): boolean {
  if (!DAY.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

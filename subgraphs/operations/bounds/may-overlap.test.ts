import { describe, expect, it } from '@jest/globals';
import { mayOverlap } from './may-overlap.js';

const spring = { period: { start: '2024-03', end: '2024-05' }, crimeTypes: ['VOICE_PHISHING', 'ROMANCE_SCAM'] };

describe('one event may stand in both of two operations', () => {
  it.each([
    ['they share a day and a crime type', { period: { start: '2024-05-31', end: '2024-06' }, crimeTypes: ['ROMANCE_SCAM'] }, true],
    ['one began when the other was over', { period: { start: '2024-06', end: '2024-06' }, crimeTypes: ['ROMANCE_SCAM'] }, false],
    ['one was over before the other began', { period: { start: '2023', end: '2024-02' }, crimeTypes: ['ROMANCE_SCAM'] }, false],
    ['they went against different things', { period: { start: '2024-04', end: '2024-04' }, crimeTypes: ['RANSOMWARE'] }, false],
    ['nobody says when one of them was', { period: null, crimeTypes: ['ROMANCE_SCAM'] }, true],
    ['nobody says when one of them began', { period: { start: null, end: '2025' }, crimeTypes: ['ROMANCE_SCAM'] }, true],
    ['one ended too early, whenever it began', { period: { start: null, end: '2024-02' }, crimeTypes: ['ROMANCE_SCAM'] }, false],
    ['nobody says against what one went', { period: { start: '2024-04', end: '2024-04' }, crimeTypes: [] }, true],
    ['one went against something that no list names', { period: { start: '2024-04', end: '2024-04' }, crimeTypes: ['OTHER'] }, true],
  ])('where %s: %#', (_, other, may) => {
    expect(mayOverlap(spring, other)).toBe(may);
    expect(mayOverlap(other, spring)).toBe(may);
  });
});

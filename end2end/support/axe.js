// axe on a page as it stands, asked for nothing but what is wrong: to describe every element that is
// right takes as long as everything else. Our pages have no frames, and all styles are our own.
import { AxeBuilder } from '@axe-core/playwright';

// An axe that is still to be told which rules it shall look for.
export const axe = (page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode();

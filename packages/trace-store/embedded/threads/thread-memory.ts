/**
 * What a thread may use for objects, MB. For young ones, each thread would take several times as
 * much before it cleans up, and there are four. The bound on old ones is far from what is needed:
 * but without one, V8 lets garbage grow to four times of what is in use.
 */
export const threadMemory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 } as const;

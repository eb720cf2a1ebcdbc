/**
 * How the server's process allocates, read by glibc at its start (mallopt(3)); other systems ignore
 * it. With an arena for each of a dozen threads, and thresholds that grow with what was freed, the
 * memory of large buffers stays with the process long after their use. The image sets the same.
 */
export const serverMemory = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "262144" };

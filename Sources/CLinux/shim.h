// What Swift's own import of glibc leaves out: two calls that the headers show only to _GNU_SOURCE, and statfs.
#ifndef MAIGEN_CLINUX_SHIM_H
#define MAIGEN_CLINUX_SHIM_H

#include <spawn.h>
#include <sys/vfs.h>

int pipe2(int ends[2], int flags);
// glibc 2.34
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

#endif

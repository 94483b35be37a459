// The part of policy.h that only x86-64 has: the calls that newer architectures replaced by their ...at forms, and
// those that speak to the processor itself.
#ifndef POLICY_LEGACY_H
#define POLICY_LEGACY_H

#define LEGACY_RUN                                                                                                     \
    SYS_open, SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_dup2, SYS_pipe, SYS_poll, SYS_select, SYS_time,       \
        SYS_alarm, SYS_pause, SYS_getpgrp, SYS_arch_prctl,

#define LEGACY_COMPILE SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_chmod,

// In the list for compilers; fatal for programs.
#define LEGACY_PROCESSES SYS_fork, SYS_vfork,

#define LEGACY_KILL SYS_kexec_file_load, SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_mknod, SYS_lookup_dcookie,

#endif

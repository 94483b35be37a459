// The system calls of the payload, in three lists; a call in none of them fails with EPERM. The calls that are judged
// by their arguments stand in seccomp.c. A number that an architecture does not have (aarch64 has no open, stat, fork)
// is left out by the preprocessor; what only one architecture has stands in policy_legacy.h.
#ifndef POLICY_H
#define POLICY_H

#include "kernel.h"

#if defined(__x86_64__)
#include "policy_legacy.h"
#else
#define LEGACY_RUN
#define LEGACY_COMPILE
#define LEGACY_PROCESSES
#define LEGACY_KILL
#endif

#ifndef SYS_process_madvise
#define SYS_process_madvise 440
#endif
#ifndef SYS_faccessat2
#define SYS_faccessat2 439
#endif
#ifndef SYS_openat2
#define SYS_openat2 437
#endif

// To compute, to read and write files, to use threads, to tell the time. Those called most come first: the filter is a
// list, and a call costs as much as its place in it.
static const int run_calls[] = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_pwrite64, SYS_lseek, SYS_close,
    SYS_futex, SYS_brk, SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_mincore,
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_getrandom,
    SYS_fstat, SYS_newfstatat, SYS_statx, SYS_openat, SYS_faccessat, SYS_faccessat2, SYS_readlinkat, SYS_getcwd,
    SYS_ftruncate, SYS_fadvise64, SYS_dup, SYS_dup3, SYS_pipe2, SYS_ppoll, SYS_pselect6,
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_rt_sigpending, SYS_rt_sigsuspend,
    SYS_rt_sigtimedwait, SYS_setitimer, SYS_getitimer,
    SYS_set_robust_list, SYS_get_robust_list, SYS_set_tid_address, SYS_rseq, SYS_membarrier,
    SYS_sched_yield, SYS_sched_getaffinity, SYS_sched_getparam, SYS_sched_getscheduler, SYS_sched_get_priority_max,
    SYS_sched_get_priority_min, SYS_getcpu,
    SYS_getpid, SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_getgroups,
    SYS_getresuid, SYS_getresgid, SYS_getrlimit, SYS_getrusage, SYS_times, SYS_sysinfo, SYS_uname, SYS_umask,
    SYS_restart_syscall, SYS_execve, SYS_execveat, SYS_exit, SYS_exit_group, LEGACY_RUN
};

// What the compiler driver, the compiler, the assembler and the linker need besides: processes and temporary files.
static const int compile_calls[] = {
    SYS_wait4, SYS_waitid, SYS_kill, SYS_tgkill, SYS_chdir, SYS_fchdir, SYS_getdents64, SYS_unlinkat, SYS_renameat,
    SYS_renameat2, SYS_mkdirat, SYS_fchmod, SYS_fchmodat, SYS_truncate, SYS_fallocate, SYS_statfs, SYS_fstatfs,
    SYS_utimensat, SYS_fsync, SYS_fdatasync, SYS_copy_file_range, SYS_sendfile, SYS_flock, SYS_getpgid, SYS_getsid,
    LEGACY_COMPILE LEGACY_PROCESSES
};

// What no honest program needs. The whole process is killed, and the verdict is a security violation.
static const int fatal_calls[] = {
    // other processes
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_pidfd_open, SYS_pidfd_send_signal,
    438 /* pidfd_getfd */, SYS_process_madvise,
    // networks
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_sendto, SYS_sendmsg,
    SYS_sendmmsg, SYS_recvmsg,
    // mounts and namespaces
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_open_tree, SYS_move_mount,
    430 /* fsopen */, 431 /* fsconfig */, 432 /* fsmount */, 433 /* fspick */, SYS_mount_setattr,
    // parts of the kernel with a history
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, 425 /* io_uring_setup */, 426 /* io_uring_enter */,
    427 /* io_uring_register */, SYS_io_setup, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_personality,
    // the machine
    SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff,
    SYS_acct, SYS_quotactl, SYS_syslog, SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex,
    SYS_sethostname,
    // special files, and files by handle
    SYS_mknodat, SYS_open_by_handle_at, SYS_name_to_handle_at, SYS_fanotify_init,
    // identity
    SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid, SYS_setgroups, SYS_capset,
    // memory that outlives or escapes the process
    SYS_shmget, SYS_shmat, SYS_shmctl, SYS_semget, SYS_msgget, SYS_mq_open, SYS_memfd_create, SYS_vmsplice, LEGACY_KILL
};

// Newer than some C library that asks for them first and falls back when told that they are not there.
static const int absent_calls[] = {
    SYS_clone3, SYS_openat2, SYS_close_range, 449 /* futex_waitv */, 451 /* cachestat */, 452 /* fchmodat2 */
};

#endif

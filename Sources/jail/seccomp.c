// The system call filter: a classic BPF program written from the lists in policy.h.
//
// The program loads the call's number once and compares it with one list after another. A call judged by its arguments
// gets a block of its own that loads the argument and always returns, so the number is never lost for what follows.
#include "policy.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "The system call policy knows x86-64 and aarch64."
#endif

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif
#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x00000080
#endif

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const uint32_t namespace_clone_flags = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC |
                                              CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWTIME;

static struct sock_filter program[1024];
static unsigned short length;

static void emit(uint16_t code, uint8_t if_true, uint8_t if_false, uint32_t value) {
    if (length == COUNT(program)) {
        errno = E2BIG;
        fail("the seccomp filter is too long");
    }
    program[length++] = (struct sock_filter){code, if_true, if_false, value};
}

static void load(size_t offset) { emit(BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset); }
static void load_number(void) { load(offsetof(struct seccomp_data, nr)); }
// Both machines are little-endian: the low half of an argument comes first.
static void load_low(int argument) { load(offsetof(struct seccomp_data, args) + 8 * (size_t)argument); }
static void load_high(int argument) { load(offsetof(struct seccomp_data, args) + 8 * (size_t)argument + 4); }
static void answer(uint32_t action) { emit(BPF_RET | BPF_K, 0, 0, action); }
static uint32_t refuse(int error) { return SECCOMP_RET_ERRNO | (uint32_t)error; }

static void answer_if_equal(uint32_t value, uint32_t action) {
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value);
    answer(action);
}

static void answer_if_any_bit(uint32_t bits, uint32_t action) {
    emit(BPF_JMP | BPF_JSET | BPF_K, 0, 1, bits);
    answer(action);
}

static void answer_list(const int *calls, size_t count, uint32_t action) {
    for (size_t index = 0; index < count; index++) answer_if_equal((uint32_t)calls[index], action);
}

// A block for one call: everything up to end_call is skipped for other calls, and returns for this one.
static unsigned short begin_call(int number) {
    emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, (uint32_t)number);
    return length;
}

static void end_call(unsigned short start) { program[start - 1].jf = (uint8_t)(length - start); }

static void allow_call_with(int number, int argument, const uint32_t *values, size_t count, uint32_t otherwise) {
    unsigned short start = begin_call(number);
    load_low(argument);
    for (size_t index = 0; index < count; index++) answer_if_equal(values[index], SECCOMP_RET_ALLOW);
    answer(otherwise);
    end_call(start);
}

static void check_architecture(void) {
    load(offsetof(struct seccomp_data, arch));
    emit(BPF_JMP | BPF_JEQ | BPF_K, 1, 0, NATIVE_ARCHITECTURE);
    answer(SECCOMP_RET_KILL_PROCESS);
    load_number();
#if defined(__x86_64__)
    emit(BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000); // the x32 interface has numbers of its own
    answer(SECCOMP_RET_KILL_PROCESS);
#endif
}

// Threads for everyone, processes for compilers, namespaces for nobody. (clone3 hides its flags behind a pointer; it is
// among the absent calls, and the C library falls back to clone.)
static void judge_clone(enum profile profile) {
    unsigned short start = begin_call(SYS_clone);
    load_low(0);
    answer_if_any_bit(namespace_clone_flags, SECCOMP_RET_KILL_PROCESS);
    if (profile == PROFILE_RUN) {
        answer_if_any_bit(CLONE_THREAD, SECCOMP_RET_ALLOW);
        answer(SECCOMP_RET_KILL_PROCESS);
    } else {
        answer(SECCOMP_RET_ALLOW);
    }
    end_call(start);
}

static void judge_signals(void) {
    const uint32_t self[] = {(uint32_t)getpid()};
    allow_call_with(SYS_tgkill, 0, self, 1, refuse(EPERM));
    allow_call_with(SYS_kill, 0, self, 1, refuse(EPERM));
}

// prlimit64 may ask about the process itself, and change nothing.
static void judge_limits(void) {
    unsigned short start = begin_call(SYS_prlimit64);
    load_low(0);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 1, 0, 0);
    answer(refuse(EPERM));
    load_low(2);
    emit(BPF_JMP | BPF_JEQ | BPF_K, 1, 0, 0);
    answer(refuse(EPERM));
    load_high(2);
    answer_if_equal(0, SECCOMP_RET_ALLOW);
    answer(refuse(EPERM));
    end_call(start);
}

static void judge_arguments(enum profile profile) {
    static const uint32_t terminal_questions[] = {TCGETS, TIOCGWINSZ, FIONREAD};
    static const uint32_t descriptor_flags[] = {F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC};
    static const uint32_t names[] = {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA};
    judge_clone(profile);
    if (profile == PROFILE_RUN) judge_signals();
    judge_limits();
    allow_call_with(SYS_ioctl, 1, terminal_questions, COUNT(terminal_questions), refuse(ENOTTY));
    allow_call_with(SYS_fcntl, 1, descriptor_flags, COUNT(descriptor_flags), refuse(EINVAL));
    allow_call_with(SYS_prctl, 0, names, COUNT(names), refuse(EPERM));
}

static void write_program(enum profile profile) {
    static const int processes[] = {LEGACY_PROCESSES -1};
    check_architecture();
    answer_list(run_calls, COUNT(run_calls), SECCOMP_RET_ALLOW);
    judge_arguments(profile);
    if (profile == PROFILE_COMPILE) answer_list(compile_calls, COUNT(compile_calls), SECCOMP_RET_ALLOW);
    else answer_list(processes, COUNT(processes), SECCOMP_RET_KILL_PROCESS);
    answer_list(fatal_calls, COUNT(fatal_calls), SECCOMP_RET_KILL_PROCESS);
    answer_list(absent_calls, COUNT(absent_calls), refuse(ENOSYS));
    answer(refuse(EPERM));
}

void install_seccomp_filter(const struct options *options) {
    write_program(options->profile);
    struct sock_fprog filter = {length, program};
    // Older kernels switch speculation off for filtered processes, which slows them down; no secret of ours lies in the
    // payload's address space.
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter) == 0) return;
    if (options->level != LEVEL_NONE) fail("cannot install the seccomp filter");
}

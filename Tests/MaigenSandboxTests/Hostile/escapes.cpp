// System calls that no honest program makes. Each of these is killed at once; what it would print never appears.
#include <arpa/inet.h>
#include <linux/vm_sockets.h>
#include <poll.h>
#include <sched.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/un.h>

ATTACK(connects) {
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)number(0));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    must_fail("connect", connect(descriptor, (sockaddr *)&address, sizeof address));
    return 0;
}
ATTACK(connects_abstract) {
    int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    strcpy(address.sun_path + 1, arguments[0].c_str());
    socklen_t length = (socklen_t)(offsetof(sockaddr_un, sun_path) + 1 + arguments[0].size());
    must_fail("connect", connect(descriptor, (sockaddr *)&address, length));
    return 0;
}
ATTACK(opens_udp) { must_fail("socket", socket(AF_INET, SOCK_DGRAM, 0)); return 0; }
ATTACK(opens_netlink) { must_fail("socket", socket(AF_NETLINK, SOCK_RAW, 0)); return 0; }
ATTACK(opens_vsock) { must_fail("socket", socket(AF_VSOCK, SOCK_STREAM, 0)); return 0; }
ATTACK(opens_alg) { must_fail("socket", socket(AF_ALG, SOCK_SEQPACKET, 0)); return 0; }
ATTACK(opens_socketpair) { int ends[2]; must_fail("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, ends)); return 0; }

ATTACK(unshares) { must_fail("unshare", unshare(CLONE_NEWUSER | CLONE_NEWNS)); return 0; }
ATTACK(clones_namespace) { must_fail("clone", syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)); return 0; }
ATTACK(clones_process) { must_fail("clone", syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); return 0; }
ATTACK(mounts) { must_fail("mount", mount("none", "/tmp", "tmpfs", 0, nullptr)); return 0; }
ATTACK(unmounts) { must_fail("umount", umount2("/", MNT_DETACH)); return 0; }
ATTACK(changes_root) { must_fail("chroot", chroot("/")); return 0; }
ATTACK(sets_user) { must_fail("setuid", syscall(SYS_setuid, 0)); return 0; }
ATTACK(uses_bpf) { must_fail("bpf", syscall(SYS_bpf, 0, 0, 0)); return 0; }
ATTACK(uses_io_uring) { char p[256] = {}; must_fail("io_uring_setup", syscall(SYS_io_uring_setup, 8, p)); return 0; }
ATTACK(uses_keyctl) { must_fail("keyctl", syscall(SYS_keyctl, 0, -3, 0)); return 0; }
ATTACK(uses_userfaultfd) { must_fail("userfaultfd", syscall(SYS_userfaultfd, 1)); return 0; }
ATTACK(uses_perf) { must_fail("perf_event_open", syscall(SYS_perf_event_open, 0, 0, -1, -1, 0)); return 0; }
ATTACK(changes_personality) { must_fail("personality", syscall(SYS_personality, 0x0040000)); return 0; }
ATTACK(makes_shared_memory) { must_fail("shmget", shmget(0x4d41, 4096, IPC_CREAT | 0666)); return 0; }
ATTACK(opens_by_handle) { must_fail("open_by_handle_at", syscall(SYS_open_by_handle_at, 0, 0, 0)); return 0; }
ATTACK(opens_pidfd) { must_fail("pidfd_open", syscall(SYS_pidfd_open, 1, 0)); return 0; }

#if defined(__x86_64__)
// The two other doors into the same kernel: 32-bit calls, and the x32 numbers.
ATTACK(calls_32_bit) {
    long result;
    asm volatile("int $0x80" : "=a"(result) : "a"(20) : "memory");
    say("BREACH int 0x80 -> %ld", result);
    return 0;
}
ATTACK(calls_x32) { must_fail("x32", syscall(0x40000000 + 39)); return 0; }
#endif

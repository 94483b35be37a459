// Programs that take more than they are given: time, memory, output, processes.
#include <thread>

// ---------------------------------------------------------------------------------------------------------- time

ATTACK(burns) { burn(number(0) / 1000.0); return 0; }

ATTACK(burns_in_system) {
    double start = clock_now(CLOCK_PROCESS_CPUTIME_ID);
    while (clock_now(CLOCK_PROCESS_CPUTIME_ID) - start < number(0) / 1000.0) {
        void *page = mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        memset(page, 1, 1 << 20);
        munmap(page, 1 << 20);
    }
    return 0;
}

ATTACK(burns_in_threads) {
    std::vector<std::thread> threads;
    for (int index = 0; index < 4; index++)
        threads.emplace_back([] { burn(number(0) / 4000.0, CLOCK_THREAD_CPUTIME_ID); });
    for (auto &thread : threads) thread.join();
    return 0;
}

ATTACK(burns_in_child) {
    pid_t child = fork();
    if (child == 0) { burn(number(0) / 1000.0); _exit(0); }
    waitpid(child, nullptr, 0);
    return 0;
}

ATTACK(loops) { burn(20); return 0; }

ATTACK(sleeps) { for (int round = 0; round < 20; round++) sleep(1); return 0; }

ATTACK(sleeps_deaf) {
    for (int signal_number = 1; signal_number < 65; signal_number++) signal(signal_number, SIG_IGN);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, nullptr);
    for (int round = 0; round < 200; round++) usleep(100000);
    return 0;
}

ATTACK(stops_itself) { raise(SIGSTOP); return 0; }

// -------------------------------------------------------------------------------------------------------- memory

ATTACK(touches) {
    size_t size = size_t(number(0)) << 20;
    char *memory = (char *)malloc(size);
    if (!memory) return 1;
    memset(memory, 1, size);
    say("touched %d", memory[size / 2]);
    return 0;
}

ATTACK(allocates_untouched) {
    char *memory = (char *)malloc(size_t(number(0)) << 20);
    if (!memory) return 1;
    memory[0] = 1;
    say("allocated %d", memory[0]);
    return 0;
}

ATTACK(reserves_vector) {
    std::vector<char> memory;
    memory.reserve(size_t(number(0)) << 20);
    say("reserved %d", memory.capacity() > 0);
    return 0;
}

ATTACK(memory_bomb) {
    for (int block = 0; block < 1024; block++) {
        char *memory = (char *)malloc(1 << 20);
        if (!memory) return 1;
        memset(memory, 1, 1 << 20);
    }
    say("BREACH took 1 GiB");
    return 0;
}

ATTACK(new_bomb) {
    for (int block = 0; block < 1024; block++) memset(new char[1 << 20], 1, 1 << 20);
    say("BREACH took 1 GiB");
    return 0;
}

ATTACK(shared_memory_bomb) {
    size_t size = 600 << 20;
    void *memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return 1;
    memset(memory, 1, size);
    say("BREACH took 600 MiB");
    return 0;
}

// Page tables are memory too, though nobody counts them as resident.
ATTACK(page_table_bomb) {
    size_t size = 1UL << 38;
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    char *memory = (char *)mmap(nullptr, size, PROT_READ, flags, -1, 0);
    if (memory == MAP_FAILED) return 1;
    volatile char sink = 0;
    for (size_t at = 0; at < size; at += 2UL << 20) sink = sink + memory[at];
    say("BREACH built page tables for 256 GiB");
    return 0;
}

ATTACK(memory_file_bomb) { must_fail("memfd_create", syscall(SYS_memfd_create, "x", 0)); return 0; }

__attribute__((noinline)) static int deep(volatile char *above, long levels) {
    volatile char frame[1024];
    frame[0] = (char)levels;
    if (above) frame[1] = above[0];
    if (levels == 0) return frame[1];
    return deep(frame, levels - 1) + frame[0];
}
ATTACK(recurses) { return deep(nullptr, number(0) * 1024 * 1024 / 1100) == 12345; }
ATTACK(recurses_for_ever) { return deep(nullptr, 1L << 40) == 12345; }

// -------------------------------------------------------------------------------------------------------- output

static int flood(int descriptor, size_t total) {
    std::vector<char> block(1 << 16, 'x');
    for (size_t done = 0; done < total;) {
        ssize_t count = write(descriptor, block.data(), block.size());
        if (count <= 0) return 4;
        done += count;
    }
    return 0;
}
ATTACK(floods_output) { return flood(1, 1UL << 29); }
ATTACK(floods_errors) { return flood(2, 1UL << 29); }
ATTACK(floods_deaf) { signal(SIGXFSZ, SIG_IGN); flood(1, 1UL << 29); return 0; }
ATTACK(writes_much) { return flood(1, size_t(number(0)) << 20); }
ATTACK(makes_sparse_file) { return ftruncate(1, 1L << 40) == 0 ? 0 : 4; }

ATTACK(floods_files) {
    int files = 0;
    for (; files < 20000; files++) {
        int file = open(("f" + std::to_string(files)).c_str(), O_WRONLY | O_CREAT, 0644);
        if (file < 0) break;
        close(file);
    }
    say("%s %d files", files < 20000 ? "blocked after" : "BREACH", files);
    return 0;
}

// ----------------------------------------------------------------------------------------------------- processes

ATTACK(fork_bomb) {
    int children = 0;
    for (; children < 200; children++) {
        pid_t child = fork();
        if (child == 0) { usleep(300000); _exit(0); }
        if (child < 0) break;
    }
    say("BREACH forked %d times", children);
    return 0;
}

ATTACK(thread_bomb) {
    int threads = 0;
    for (; threads < 500; threads++) {
        pthread_t thread;
        if (pthread_create(&thread, nullptr, [](void *) -> void * { usleep(300000); return nullptr; }, nullptr)) break;
    }
    say("%s %d threads", threads < 500 ? "blocked after" : "BREACH", threads);
    usleep(1000);
    return 0;
}

ATTACK(uses_threads) {
    long sum = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int index = 0; index < 4; index++)
        threads.emplace_back([&] {
            for (int value = 0; value < 1000; value++) { std::lock_guard<std::mutex> guard(mutex); sum += value; }
        });
    for (auto &thread : threads) thread.join();
    say("%ld", sum);
    return 0;
}

ATTACK(leaves_daemon) {
    pid_t child = fork();
    if (child == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        for (int round = 0; round < 20; round++) sleep(1);
        _exit(0);
    }
    usleep(50000);
    say("BREACH left a daemon");
    return 0;
}

ATTACK(calls_system) { say("BREACH system -> %d", system("echo pwned")); return 0; }

// How a program may end: the verdict must tell each from every other.

ATTACK(exit0) { return 0; }
ATTACK(exit7) { return 7; }
ATTACK(exit137) { return 137; } // a shell would call this "killed"
ATTACK(exit255) { return 255; }
ATTACK(aborts) { abort(); }
ATTACK(throws) { throw std::runtime_error("nobody catches this"); }
ATTACK(segfault) { *(volatile int *)8 = 1; return 0; }
ATTACK(divides_by_zero) { volatile int one = 1, zero = 0; return one / zero; }
ATTACK(illegal_instruction) { __builtin_trap(); }
ATTACK(kills_itself) { raise(SIGKILL); say("BREACH survived SIGKILL"); return 0; }
ATTACK(terminates_itself) { raise(SIGTERM); say("BREACH survived SIGTERM"); return 0; }

ATTACK(closes_streams) {
    close(0);
    close(1);
    close(2);
    return open("/etc/passwd", O_RDONLY) == 0 ? 9 : 0;
}

ATTACK(sums_input) {
    long sum = 0, value;
    while (std::cin >> value) sum += value;
    std::cout << sum << "\n";
    return 0;
}

ATTACK(writes_environment) {
    extern char **environ;
    for (char **entry = environ; *entry; entry++) say("%s", *entry);
    return 0;
}

// For --put and --take: doubles `in`, leaves `out`.
ATTACK(copies_in_scratch) {
    std::ifstream input("in");
    std::ofstream output("out");
    long value = -1;
    input >> value;
    output << value * 2 << "\n";
    return 0;
}

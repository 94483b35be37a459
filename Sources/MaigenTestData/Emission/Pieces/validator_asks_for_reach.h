bool asksForReach(int argc, char* argv[]) {
    return any_of(argv + 1, argv + argc, [](const char* argument) { return strcmp(argument, "--reach") == 0; });
}

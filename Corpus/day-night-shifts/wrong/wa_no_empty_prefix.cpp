// Wrong: does not record the empty prefix, so fair parts that start with the first shift come out too short.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>

int main() {
    int n;
    std::string s;
    std::cin >> n >> s;
    std::map<int, int> first;
    int level = 0, best = 0;
    for (int i = 1; i <= n; i++) {
        level += s[i - 1] == '1' ? 1 : -1;
        auto [it, added] = first.emplace(level, i);
        if (!added) best = std::max(best, i - it->second);
    }
    std::cout << best << '\n';
    return 0;
}

// Wrong: counts g - 1 pairs in a group of g similar strings instead of g (g - 1) / 2.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    const unsigned long long mod = (1ULL << 61) - 1, base = 911382323;
    auto times = [&](unsigned long long a, unsigned long long b) {
        return (unsigned long long)((unsigned __int128)a * b % mod);
    };
    std::vector<unsigned long long> power(m, 1), hash(n), keys(n);
    for (int p = 1; p < m; p++) power[p] = times(power[p - 1], base);
    std::vector<std::string> s(n);
    for (int i = 0; i < n; i++) {
        std::cin >> s[i];
        for (int p = 0; p < m; p++) hash[i] = (hash[i] + times(power[p], s[i][p])) % mod;
    }
    long long pairs = 0;
    for (int p = 0; p < m; p++) {
        for (int i = 0; i < n; i++) keys[i] = (hash[i] + mod - times(power[p], s[i][p])) % mod;
        std::sort(keys.begin(), keys.end());
        for (int i = 1; i < n; i++) pairs += keys[i] == keys[i - 1];
    }
    std::cout << pairs << '\n';
    return 0;
}

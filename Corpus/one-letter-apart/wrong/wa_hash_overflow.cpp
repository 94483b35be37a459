// Wrong: compares hashes modulo 2^64, which Thue-Morse strings bring to collide whatever the base is.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, m;
    std::cin >> n >> m;
    const unsigned long long base = 1000003;
    std::vector<unsigned long long> power(m, 1), hash(n), keys(n);
    for (int p = 1; p < m; p++) power[p] = power[p - 1] * base;
    std::vector<std::string> s(n);
    for (int i = 0; i < n; i++) {
        std::cin >> s[i];
        for (int p = 0; p < m; p++) hash[i] += power[p] * (unsigned char)s[i][p];
    }
    long long pairs = 0;
    for (int p = 0; p < m; p++) {
        for (int i = 0; i < n; i++) keys[i] = hash[i] - power[p] * (unsigned char)s[i][p];
        std::sort(keys.begin(), keys.end());
        int equal = 0;
        for (int i = 1; i < n; i++) {
            equal = keys[i] == keys[i - 1] ? equal + 1 : 0;
            pairs += equal;
        }
    }
    std::cout << pairs << '\n';
    return 0;
}

// Slow: tries all choices of positions without remembering results, exponential.
#include <iostream>
#include <string>

const int mod = 998244353;
std::string s, t;

int count(size_t i, size_t j) {
    if (j == t.size()) return 1;
    if (s.size() - i < t.size() - j) return 0;
    int ways = count(i + 1, j);
    if (s[i] == t[j]) ways = (ways + count(i + 1, j + 1)) % mod;
    return ways;
}

int main() {
    std::cin >> s >> t;
    std::cout << count(0, 0) << '\n';
    return 0;
}

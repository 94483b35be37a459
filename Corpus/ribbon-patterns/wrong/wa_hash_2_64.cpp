// Wrong: a polynomial hash modulo 2^64 collides on Thue-Morse strings.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    using Hash = unsigned long long;
    const Hash base = 131;
    Hash top = 1, hash = 0;
    for (int i = 0; i < k; i++) top *= base;
    std::vector<Hash> hashes;
    for (int i = 0; i < n; i++) {
        hash = hash * base + s[i];
        if (i >= k) hash -= top * s[i - k];
        if (i >= k - 1) hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    std::cout << std::unique(hashes.begin(), hashes.end()) - hashes.begin() << '\n';
    return 0;
}

// Correct: compares the windows by a hash modulo the prime 2^61 - 1 with a base that the input cannot know.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    using Wide = unsigned __int128;
    const unsigned long long modulus = (1ULL << 61) - 1;
    unsigned long long clock = std::chrono::steady_clock::now().time_since_epoch().count();
    unsigned long long base = (clock * 0x9e3779b97f4a7c15ULL) % (modulus - 1000) + 500;
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    unsigned long long top = 1;
    for (int i = 0; i < k; i++) top = (unsigned long long)(Wide(top) * base % modulus);
    std::vector<unsigned long long> hashes;
    unsigned long long hash = 0;
    for (int i = 0; i < n; i++) {
        hash = (unsigned long long)((Wide(hash) * base + s[i]) % modulus);
        if (i >= k) hash = (unsigned long long)((hash + Wide(modulus - s[i - k]) * top) % modulus);
        if (i >= k - 1) hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    std::cout << std::unique(hashes.begin(), hashes.end()) - hashes.begin() << '\n';
    return 0;
}

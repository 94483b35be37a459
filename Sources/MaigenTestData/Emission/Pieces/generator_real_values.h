// Decimal numbers are kept as text, exactly as written; this is their value.
double asNumber(const string& text) { return stod(text); }

template <class T>
auto asNumber(const vector<T>& texts) {
    vector<decltype(asNumber(texts[0]))> numbers;
    for (const T& text : texts) numbers.push_back(asNumber(text));
    return numbers;
}

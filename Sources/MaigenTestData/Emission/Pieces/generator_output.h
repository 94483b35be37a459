// Everything is collected here and written at once; lines end with LF alone.
struct Output {
    string text;

    // One line: all values, those of lists one by one, separated by single spaces.
    template <class... Parts>
    void line(const Parts&... parts) {
        isLineStart = true;
        (part(parts), ...);
        text += '\n';
    }

    // One line for each value.
    template <class T>
    void lines(const vector<T>& values) {
        for (const T& value : values) line(value);
    }

    void flush() {
        fwrite(text.data(), 1, text.size(), stdout);
        fflush(stdout);
    }

private:
    bool isLineStart = true;

    void separate() {
        if (!isLineStart) text += ' ';
        isLineStart = false;
    }
    void part(long long value) {
        char digits[24];
        separate();
        text.append(digits, to_chars(digits, digits + sizeof digits, value).ptr);
    }
    void part(const string& word) {
        separate();
        text += word;
    }
    template <class T>
    void part(const vector<T>& values) {
        for (const T& value : values) part(value);
    }
} out;

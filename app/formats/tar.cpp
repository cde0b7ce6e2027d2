// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/tar.h"

#include <numeric>

namespace paperdawn::tar {

namespace {

// where the fields of a header stand, and how long they are
struct Field
{
    qsizetype at;
    qsizetype length;
};
constexpr Field nameField{0, 100};
constexpr Field modeField{100, 8};
constexpr Field ownerField{108, 8};
constexpr Field groupField{116, 8};
constexpr Field sizeField{124, 12};
constexpr Field timeField{136, 12};
constexpr Field checksumField{148, 8};
constexpr Field typeField{156, 1};
constexpr Field magicField{257, 8};

void put(QByteArray &header, Field field, const QByteArray &value)
{
    header.replace(field.at, value.size(), value);
}

QByteArray octal(qint64 number, Field field)
{
    return QByteArray::number(number, 8).rightJustified(field.length - 1, '0');
}

std::optional<qint64> number(const QByteArray &header, Field field)
{
    QByteArray text = header.mid(field.at, field.length);
    text.replace('\0', ' ');
    bool ok = false;
    const qint64 value = text.trimmed().toLongLong(&ok, 8);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

/** The sum of all bytes, those of the checksum taken for blanks. */
qint64 checksum(QByteArray header)
{
    put(header, checksumField, QByteArray(checksumField.length, ' '));
    return std::accumulate(header.begin(), header.end(), qint64(0),
                           [](qint64 sum, char byte) { return sum + quint8(byte); });
}

} // namespace

QByteArray header(const QByteArray &name, qint64 size, qint64 time)
{
    QByteArray header(block, '\0');
    put(header, nameField, name.first(qMin(name.size(), longestName)));
    put(header, modeField, "0000600");
    put(header, ownerField, "0000000");
    put(header, groupField, "0000000");
    put(header, sizeField, octal(size, sizeField));
    put(header, timeField, octal(qMax<qint64>(0, time), timeField));
    put(header, typeField, "0");
    put(header, magicField, QByteArray("ustar\00000", magicField.length));
    put(header, checksumField,
        octal(checksum(header), Field{0, checksumField.length - 1})); // a zero is behind it
    return header;
}

QByteArray padding(qint64 size)
{
    return QByteArray(qsizetype((block - size % block) % block), '\0');
}

std::optional<Entry> entry(const QByteArray &header)
{
    if (header == QByteArray(block, '\0')) {
        return Entry{};
    }
    const auto size = number(header, sizeField);
    if (header.size() != block || !size || number(header, checksumField) != checksum(header)) {
        return {};
    }
    const char type = header.at(typeField.at);
    QByteArray name = header.mid(nameField.at, nameField.length);
    name.truncate(qstrnlen(name.constData(), size_t(name.size())));
    return Entry{name.isEmpty() ? QByteArray("?") : name, *size, type == '0' || type == '\0'};
}

} // namespace paperdawn::tar

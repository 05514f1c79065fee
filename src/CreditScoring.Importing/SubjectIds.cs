using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>Whom a row is about: a code as it was meant, or the keyed hash of what names a person.</summary>
internal sealed class SubjectIds(EventCatalogue catalogue, PersonKey? key)
{
    /// <summary>The kind and the id, and whether more than blanks around the id was mended.</summary>
    /// <returns>Null: no subject of the mapping fits the row.</returns>
    /// <exception cref="RowRefused">The id cannot be read.</exception>
    public (string? Kind, string? Id, bool IsMended)? Read(IReadOnlyList<SubjectRule> rules, RowCells row)
    {
        foreach (var rule in rules)
        {
            if (rule.Where.All(condition => condition.Holds(row.Row))
                && CellValues.ReadId(rule.Id, row.Of(rule.Id)) is { } id)
            {
                var kind = CellValues.ReadId(rule.Kind, row.Of(rule.Kind));
                return rule.Id.IsHashed ? (kind, Hashed(id), false) : Cleaned(kind, id);
            }
        }

        return null;
    }

    private string Hashed(string id) => key is { } known ? known.HashOf(id)
        : throw new RowRefused(new Reason(
            $"个人以密钥散列表示，没有密钥：在环境变量 {PersonKey.Variable} 中给出",
            $"a person stands as a keyed hash, and there is no key: give one in {PersonKey.Variable}"));

    /// <summary>
    /// A code without blanks, of narrow capital letters, where the kind of subject has codes.
    /// </summary>
    private (string? Kind, string? Id, bool IsMended) Cleaned(string? kind, string id)
    {
        if (kind is null || catalogue.SubjectKind(kind) is not { ChecksCode: true })
        {
            return (kind, id, false);
        }

        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var (code, rest) = slash < 0 ? (id, "") : (id[..slash], id[slash..]);
        var clean = string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)
            && char.GetUnicodeCategory(letter) != UnicodeCategory.Format)).ToUpperInvariant();
        return clean.Length == UnifiedSocialCreditCode.Length && clean != code
            ? (kind, clean + rest, true) : (kind, id, false);
    }
}

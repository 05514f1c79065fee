using CreditScoring.Documents;

namespace CreditScoring.Workbench.Cases;

/// <summary>
/// What all cases of a file begin with (共用的前提), written once: whom they are about, where a case does not
/// name somebody else, and events that come before its own.
/// </summary>
/// <param name="Subject">Null: each case says it.</param>
public sealed record SharedStart(JsonPiece? Subject, IReadOnlyList<JsonPiece> Events)
{
    public const string Name = "given";

    public static SharedStart None { get; } = new(null, []);

    public static SharedStart Read(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        if (piece is null or { IsNull: true })
        {
            return None;
        }

        var reader = new ObjectReader(piece, flaws);
        var given = new SharedStart(
            reader.Any("subject") is { IsNull: false } subject ? subject : null, reader.List("events"));
        reader.Close();
        return given;
    }

    /// <summary>Of a file of cases; where it has none, or cannot be read, nothing.</summary>
    public static SharedStart Of(SourceText file) =>
        Read(JsonDocumentReader.Read(file, out _)?[Name], new List<Flaw>());
}

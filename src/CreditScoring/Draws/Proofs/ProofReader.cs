using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>The JSON of a proof -> the proof, noting every flaw.</summary>
public static class ProofReader
{
    /// <summary>Null where there is a flaw.</summary>
    public static Proof? Read(SourceText source, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(source, out var broken) is not { } piece)
        {
            flaws.Add(broken!);
            return null;
        }

        var fields = new ProofFields(piece, flaws);
        AnnouncementReader.Form(fields, Proof.Form, flaws);
        var announced = fields.Object("commit") is { } commit ? AnnouncementReader.Read(commit, flaws) : null;
        var secret = DrawSecret.Of($"{fields.Digest("secret")}")!;
        var value = fields.Object("public", mayBeNull: true) is { } named ? Public(named, flaws) : null;
        var seed = fields.Digest("seed");
        DrawnObject[] drawn = [.. fields.List("drawn").Select(each => Drawn(each, flaws, isReserve: false))];
        DrawnObject[] reserves =
            [.. fields.List("reserves").Select(each => Drawn(each, flaws, isReserve: true))];
        Replacement[] replacements = [.. fields.List("replacements").Select(each => Replaced(each, flaws))];
        // It is reckoned anew, and the whole text is compared.
        fields.Digest("digest");
        fields.Reader.Close();
        return flaws.Count > 0 ? null
            : new Proof(announced!, secret, value, seed, drawn, reserves, replacements);
    }

    private static PublicValue Public(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var value = new PublicValue(
            fields.Text("value"), fields.TextOrNull("signature"), fields.TextOrNull("previous"));
        fields.Reader.Close();
        return value;
    }

    private static DrawnObject Drawn(JsonPiece piece, ICollection<Flaw> flaws, bool isReserve)
    {
        var fields = new ProofFields(piece, flaws);
        var drawn = new DrawnObject(
            fields.Text("stratum"), fields.Text("id"), fields.Digest("rank"),
            isReserve ? [] : Inspectors(fields));
        fields.Reader.Close();
        return drawn;
    }

    private static Replacement Replaced(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var fields = new ProofFields(piece, flaws);
        var replacement = new Replacement(
            fields.Text("out"), fields.Text("in"), fields.Sentence("reason"), fields.Sentence("approver"),
            fields.Reader.RequireDate("on") ?? default, Inspectors(fields), fields.Digest("before"));
        fields.Reader.Close();
        return replacement;
    }

    private static IReadOnlyList<string> Inspectors(ProofFields fields)
    {
        fields.List("inspectors");
        return fields.Reader.Texts("inspectors");
    }
}

using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>
/// A workflow file -> its workflows, noting every flaw. Every property of the format is read or refused
/// by name; names match exactly, as they are written in that format.
/// </summary>
public static class WorkflowReader
{
    /// <summary>Reads a file that has one workflow, as a pack's has.</summary>
    public static Workflow? Read(SourceText source, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return null;
        }

        // The format allows one workflow or a list of them in a file; a pack has one a file.
        return Read(piece.Kind == JsonKind.List && piece.Items.Count == 1 ? piece.Items[0] : piece, flaws);
    }

    /// <summary>Reads one workflow object; what it injects is still only named.</summary>
    public static Workflow? Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("WorkflowName");
        var injects = Injection.Named(reader);
        var rules = (injects.Count > 0 ? reader.Any("Rules") : reader.Require("Rules"))?.Items ?? [];
        var workflow = new Workflow(name ?? "", piece.Place)
        {
            GlobalParams = RuleReader.Params(reader, "GlobalParams", flaws),
            Rules = RuleReader.Rules(reader.List("Rules"), 1, flaws),
            Injects = injects,
        };
        reader.Any(RuleReader.Remark);
        RuleReader.RequireLambda(reader, flaws);
        reader.Close();
        if (rules.Count == 0 && injects.Count == 0 && piece["Rules"] is { Kind: JsonKind.List } empty)
        {
            flaws.Add(RuleReader.WithoutRules(empty, name ?? ""));
        }

        return name is null ? null : workflow;
    }
}

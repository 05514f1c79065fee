using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Law.Packs;

/// <summary>
/// How two engines came out over the cases of a pack when it was published; neither contradicted.
/// </summary>
/// <param name="Engine">The second engine and its version.</param>
/// <param name="Same">Evaluations in which both came to the same.</param>
/// <param name="NoAnswer">Evaluations in which the second had no answer.</param>
public sealed record EngineAgreement(string Engine, long Same, long NoAnswer)
{
    /// <summary>Evaluations in which both came to something else: of what is published, none.</summary>
    public long Differs { get; init; }

    /// <summary>Null: whole workflow files were not run when it was published.</summary>
    public WorkflowAgreement? Workflows { get; init; }
}

/// <summary>How whole workflow files came out, run by the second engine where cases judge by them.</summary>
/// <param name="Files">Workflow files that were run.</param>
/// <param name="Runs">Times that one was run.</param>
/// <param name="Same">Rules of which both said the same.</param>
/// <param name="Differs">Rules of which they did not: of what is published, none.</param>
/// <param name="NoAnswer">Rules of which one of the two had no answer.</param>
public sealed record WorkflowAgreement(long Files, long Runs, long Same, long Differs, long NoAnswer);

/// <summary>That a pack was published (公布): the day, and the hash of what was published.</summary>
public sealed record Publication(DateOnly On, string Hash)
{
    /// <summary>Null: it was published before a second engine was asked.</summary>
    public EngineAgreement? SecondOpinion { get; init; }

    internal Place HashPlace { get; private init; }

    /// <summary>The publication of a pack as it is now.</summary>
    public static Publication Of(PackFiles pack, DateOnly on) => new(on, pack.Hash());

    public static Publication? Read(SourceText source, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(source, out var broken) is not { } piece)
        {
            flaws.Add(broken!);
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var on = reader.RequireDate("publishedOn");
        var hash = reader.RequireText("hash");
        var engines = Agreement(reader.Any("secondOpinion"), flaws);
        reader.Close();
        return on is null || hash is null ? null
            : new Publication(on.Value, hash) { HashPlace = piece["hash"]!.Place, SecondOpinion = engines };
    }

    private static EngineAgreement? Agreement(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        if (piece is not { IsNull: false })
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var engine = reader.RequireText("engine");
        var (same, noAnswer) = (Count(reader, "same"), Count(reader, "noAnswer"));
        var differs = Count(reader, "differs");
        var workflows = Workflows(reader.Any("workflows"), flaws);
        reader.Close();
        return engine is null ? null
            : new EngineAgreement(engine, same, noAnswer) { Differs = differs, Workflows = workflows };
    }

    private static WorkflowAgreement? Workflows(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        if (piece is not { IsNull: false })
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var kept = new WorkflowAgreement(
            Count(reader, "files"), Count(reader, "runs"), Count(reader, "same"), Count(reader, "differs"),
            Count(reader, "noAnswer"));
        reader.Close();
        return kept;
    }

    private static long Count(ObjectReader reader, string name) => (long)(reader.Any(name)?.Number ?? 0);

    public string Json(string schema) => JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.Property("$schema", schema);
            json.Property("publishedOn", On);
            json.Property("hash", Hash);
            if (SecondOpinion is { } engines)
            {
                json.WritePropertyName("secondOpinion");
                json.WriteStartObject();
                json.Property("engine", engines.Engine);
                json.Property("same", (decimal)engines.Same);
                json.Property("differs", (decimal)engines.Differs);
                json.Property("noAnswer", (decimal)engines.NoAnswer);
                Write(json, engines.Workflows);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        },
        indented: true) + "\n";

    private static void Write(JsonTextWriter json, WorkflowAgreement? workflows)
    {
        if (workflows is { } run)
        {
            json.WritePropertyName("workflows");
            json.WriteStartObject();
            json.Property("files", (decimal)run.Files);
            json.Property("runs", (decimal)run.Runs);
            json.Property("same", (decimal)run.Same);
            json.Property("differs", (decimal)run.Differs);
            json.Property("noAnswer", (decimal)run.NoAnswer);
            json.WriteEndObject();
        }
    }
}

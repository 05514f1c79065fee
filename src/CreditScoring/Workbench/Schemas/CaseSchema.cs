using CreditScoring.Events;
using CreditScoring.Workbench.Cases;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of a file of cases; what they expect is any part of a standing.</summary>
internal static class CaseSchema
{
    public static JObject Of(EventCatalogue catalogue)
    {
        var parts = EventSchemas.Parts(catalogue);
        parts["event"] = EventSchemas.Envelope(catalogue);
        parts["expected"] = Expected();
        var file = Shape.Object(
            (SharedStart.Name, Shape.ObjectOrNull(Shape.Object(
                ("subject", Shape.ObjectOrNull(SubjectOf(catalogue))),
                ("events", Shape.ListOrNull(Shape.Ref("event")))))),
            ("cases!", Shape.ListOf(Case(catalogue))));
        file["anyOf"] = new JArray(
            Requiring(SharedStart.Name, Requiring("subject", new JObject { ["type"] = "object" })),
            new JObject
            {
                ["properties"] = new JObject
                {
                    ["cases"] = Shape.ListOf(new JObject { ["required"] = new JArray("subject") }),
                },
            });
        return Shape.File("事例 · worked examples", file, parts);
    }

    private static JObject Requiring(string name, JObject shape) => new()
    {
        ["type"] = "object", ["required"] = new JArray(name), ["properties"] = new JObject { [name] = shape },
    };

    private static JObject SubjectOf(EventCatalogue catalogue) => Shape.Object(
        ("kind!", Shape.Among(catalogue.SubjectKinds.Select(kind => kind.Name))),
        ("id!", EventSchemas.Id()));

    private static JObject Case(EventCatalogue catalogue)
    {
        var each = Shape.Object(
            ("$comment", Shape.Anything),
            ("name!", Shape.Text),
            ("citation", Shape.TextOrNull),
            ("subject", SubjectOf(catalogue)),
            ("events", Shape.ListOrNull(Shape.Ref("event"))),
            ("on", Shape.DateOrNull),
            ("expect", Shape.Ref("expected")),
            ("expectEach", Shape.ListOrNull(
                new JObject { ["allOf"] = new JArray(Shape.Ref("expected"), Dated()) })));

        // A case that asks nothing passes for ever.
        each["anyOf"] = new JArray(
            new JObject { ["required"] = new JArray("expect") },
            new JObject
            {
                ["required"] = new JArray("expectEach"),
                ["properties"] =
                    new JObject { ["expectEach"] = new JObject { ["type"] = "array", ["minItems"] = 1 } },
            });
        each["if"] = new JObject { ["required"] = new JArray("expect") };
        each["then"] = new JObject { ["required"] = new JArray(
            "on"), ["properties"] = new JObject { ["on"] = Shape.Date } };
        return each;
    }

    private static JObject Dated() => new()
    {
        ["required"] = new JArray("on"),
        ["properties"] = new JObject { ["on"] = Shape.Date },
        ["minProperties"] = 2,
    };

    private static JObject Expected()
    {
        var standing = Shape.Object([.. StandingNames.Standing.Select(name => (name, Part(name)))]);
        standing["minProperties"] = 1;
        return standing;
    }

    /// <summary>A part of the standing, or a list of such parts, of which only names are known.</summary>
    private static JObject Part(string name)
    {
        if (!StandingNames.Parts.TryGetValue(name, out var names))
        {
            return Shape.Anything;
        }

        var item = new JObject
        {
            ["properties"] = new JObject(names.Select(each => new JProperty(each, Shape.Anything))),
            ["additionalProperties"] = false,
        };
        var part = (JObject)item.DeepClone();
        part["properties"]![CaseComparison.OnlyName] = Shape.ListOf((JObject)item.DeepClone());
        part["items"] = item;
        return part;
    }
}

namespace CreditScoring.Tests.Events;

/// <summary>Events of every sort, and the same damaged at random.</summary>
internal static class DamagedEvents
{
    public static readonly string[] Seeds =
    [
        EventText.Sampling,
        EventText.WithData("\"result\": \"passed\", \"failedItems\": 1.50"),
        EventText.Line("penalty", EventText.Operator
            + """, "data": { "kinds": [ "warning", "fine" ], "fine": 1250.50, "publishedOn": "2025-04-01", "follows": { "source": "t", "id": "e0" } }"""),
        EventText.Line("inspection", EventText.Operator
            + """, "data": { "items": [ { "code": "a", "score": -1e2 }, { "critical": true, "code": "\u4e00\"\\" } ] }"""),
        EventText.Line("amended", """, "actsOn": "e0", "data": { "result": "refused", "fine": 10 }"""),
        EventText.Line(more: """, "subjects": [ { "role": "seller", "kind": "operator", "id": "91350100M000100Y43" }, { "kind": "product", "id": "91350100M000100Y43/电动自行车" } ], "data": { "result": "failed" }"""),
    ];

    private static readonly string[] Pieces =
    [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-", "1e999", "NaN", "\\ud800",
        "\ud800", "\0", "\u2028", "//", "/*", "'", "\"id\":", "\"data\":{", "\n", "\r", "\t", " ",
        "0x", "00", "undefined", "\"kind\":\"penalty\",", "2025-02-30", "\uFEFF", "长", "new Date(",
    ];

    /// <summary>A text with up to three damages.</summary>
    public static string Of(string text, Random random)
    {
        for (var cuts = random.Next(0, 4); cuts > 0; cuts--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text[..at] + (char)random.Next(0x20, 0x7F) + text[(at + 1)..],
                _ => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 30), text.Length - at))),
            };
        }

        return text;
    }
}

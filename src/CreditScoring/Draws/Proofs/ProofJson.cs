using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>A proof as JSON, all but its last member, the digest of the others.</summary>
public static class ProofJson
{
    private static readonly JsonShape<PublicValue> Public = new(
        "DrawPublicValue",
        new("value", "公开值", "the value", each => each.Value),
        new("signature", "drand 该轮的签名", "the signature of the round of drand", each => each.Signature)
        {
            MayBeNull = true,
        },
        new("previous", "上一轮的签名", "the signature of the round before", each => each.Previous)
        {
            MayBeNull = true,
        });

    private static readonly JsonMember<DrawnObject>[] Lot =
    [
        new("stratum", "层", "the stratum", each => each.Stratum),
        new("id", "主体标识", "the id of the subject", each => each.Id),
        new("rank", "排序值", "its rank", each => $"{each.Rank}"),
    ];

    private static readonly JsonShape<DrawnObject> Drawn = new(
        "DrawnObject", [.. Lot, Inspectors<DrawnObject>(each => each.Inspectors)]);

    private static readonly JsonShape<DrawnObject> Reserve = new("DrawReserve", Lot);

    private static readonly JsonShape<Replacement> Replacement = new(
        "DrawReplacement",
        new("out", "被替换的", "the one that is replaced", each => each.Out),
        new("in", "替补", "the one in its place", each => each.In),
        new("reason", "理由", "why", each => each.Reason),
        new("approver", "批准人的职务或编号", "who approved, by post or number", each => each.Approver),
        new("on", "批准之日", "the day", each => each.On),
        Inspectors<Replacement>(each => each.Inspectors),
        new("before", "替换前证明的散列", "the digest of the proof before", each => $"{each.Before}"));

    public static readonly JsonShape<Proof> Shape = new(
        "DrawProof",
        new("form", "文件格式", "the form of the file", _ => Proof.Form),
        JsonMember.Part<Proof, Announcement>(
            "commit", "抽取前公布的公告，原样", "what was published before, as it was",
            each => each.Announced, AnnouncementJson.Shape),
        new("secret", "密数", "the secret", each => $"{each.Secret}"),
        JsonMember.Part<Proof, PublicValue>(
            "public", "公开值", "the public value", each => each.Public, Public, mayBeNull: true),
        new("seed", "种子", "the seed", each => $"{each.Seed}"),
        JsonMember.List<Proof, DrawnObject>(
            "drawn", "抽中的", "those drawn", each => each.Drawn, Drawn),
        JsonMember.List<Proof, DrawnObject>(
            "reserves", "替补，按次序", "the reserves in their order", each => each.Reserves, Reserve),
        JsonMember.List<Proof, Replacement>(
            "replacements", "替换，按先后", "the replacements in their order", each => each.Replacements,
            Replacement));

    private static JsonMember<T> Inspectors<T>(Func<T, IEnumerable<string>> inspectors) =>
        JsonMember.Texts("inspectors", "检查人员的编号", "the inspectors by id", inspectors);
}

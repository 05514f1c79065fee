namespace CreditScoring.Tests.Histories;

/// <summary>The kinds of event that the small random packs read.</summary>
internal static class SmallCatalogue
{
    public const string Subjects = """
        { "subjects": [ { "kind": "operator", "zh": "经营主体", "en": "operator", "pattern": "[0-9A-Z]{18}" } ] }
        """;

    public const string Kinds = """
        { "kinds": [
            { "kind": "profile", "zh": "主体", "en": "attributes", "fields": [
              { "name": "scale", "type": "text", "zh": "规模", "en": "scale", "values": [ "micro", "large", "sandbox" ] },
              { "name": "licensedOn", "type": "date", "zh": "领证日", "en": "licensed on" } ] },
            { "kind": "act", "zh": "行为", "en": "act", "fields": [
              { "name": "gravity", "type": "number", "zh": "轻重", "en": "gravity", "required": true },
              { "name": "occasion", "type": "text", "zh": "场合", "en": "occasion" },
              { "name": "intentional", "type": "boolean", "zh": "故意", "en": "intentional", "default": false },
              { "name": "publishedOn", "type": "date", "zh": "公示日", "en": "published on" } ] },
            { "kind": "good", "zh": "善行", "en": "good deed", "fields": [
              { "name": "worth", "type": "number", "zh": "分", "en": "worth", "required": true } ] },
            { "kind": "recheck", "zh": "复查", "en": "recheck", "actsOn": "may", "fields": [
              { "name": "result", "type": "text", "zh": "结果", "en": "result", "required": true, "values": [ "passed", "failed" ] } ] },
            { "kind": "paid", "zh": "缴款", "en": "paid", "mends": true, "fields": [] },
            { "kind": "corrected", "zh": "改正", "en": "corrected", "mends": true, "fields": [] },
            { "kind": "repair-request", "zh": "申请修复", "en": "request", "mends": true, "fields": [] },
            { "kind": "repair-decision", "zh": "修复决定", "en": "decision", "mends": true, "fields": [
              { "name": "decision", "type": "text", "zh": "决定", "en": "decision", "required": true, "values": [ "granted", "refused" ] } ] },
            { "kind": "annulled", "zh": "撤销", "en": "annulled", "mends": true, "fields": [] },
            { "kind": "amended", "zh": "变更", "en": "amended", "mends": true, "amends": true, "fields": [] },
            { "kind": "duty-missed", "zh": "逾期", "en": "missed", "actsOn": "may", "raised": true, "maySend": false, "fields": [
              { "name": "duty", "type": "text", "zh": "义务", "en": "duty", "required": true },
              { "name": "of", "type": "text", "zh": "谁", "en": "of", "required": true } ] },
            { "kind": "step-taken", "zh": "措施", "en": "step", "raised": true, "maySend": true, "fields": [
              { "name": "step", "type": "text", "zh": "措施", "en": "step", "required": true },
              { "name": "until", "type": "date", "zh": "截止", "en": "until" } ] },
            { "kind": "repaired", "zh": "修复", "en": "repaired", "actsOn": "must", "raised": true, "maySend": false, "fields": [] } ] }
        """;
}

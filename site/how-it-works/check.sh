npm install @digitalbazaar/vc@7 @digitalbazaar/data-integrity@2 \
  @digitalbazaar/eddsa-rdfc-2022-cryptosuite@1 @digitalbazaar/credentials-context@3
node check.mjs https://HOST/v/CODE

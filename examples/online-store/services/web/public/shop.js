const shop = document.querySelector('#shop');
const response = await fetch('/api/products');
const { products } = await response.json();
shop.replaceChildren(...products.map((product) => Object.assign(document.createElement('p'), { textContent: product.name })));
